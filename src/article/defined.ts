type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Leaves out members that are undefined. */
export function defined<T extends object>(value: Loose<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
