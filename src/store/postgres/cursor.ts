/** A place in the outbox: the era of the database, the transaction that wrote, and the number within. */
export interface Position {
  readonly era: number;
  readonly xid: string;
  readonly seq: number;
}

const START: Position = { era: 0, xid: '0', seq: 0 };

/** Opaque to consumers: `0` before the first event, else `<era>-<transaction>-<sequence>`. */
export function cursorOf({ era, xid, seq }: Position): string {
  return seq === 0 ? '0' : `${era}-${xid}-${seq}`;
}

/** Anything that is no cursor of ours reads from the start. */
export function positionOf(cursor: string): Position {
  const [, era, xid, seq] = /^(\d{1,9})-(\d{1,19})-(\d{1,15})$/.exec(cursor) ?? [];
  return era === undefined || xid === undefined || seq === undefined ? START : { era: Number(era), xid, seq: Number(seq) };
}
