/** Random numbers that a seed decides: mulberry32. `of(name)` is a stream of its own, so that what one part draws moves no other part. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  return {
    /** In [0, 1). */
    next,
    /** A whole number, both ends included. */
    between,
    pick: (list) => list[between(0, list.length - 1)],
    of: (name) => seeded([...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5)),
  };
}
