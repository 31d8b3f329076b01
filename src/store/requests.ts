/** A request that its sender may repeat: the name he gave it, and who he is. */
export interface RequestName {
  readonly actor: string;
  readonly key: string;
}

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** `other`: the name stands for another request. `running`: the first one is still being worked on. */
export type RequestClaim = 'new' | 'other' | 'running' | Answer;

/** How long an answer is kept. */
export const ANSWER_MS = 86_400_000;
/** Whoever has not answered by then has died. */
export const RUNNING_MS = 60_000;

/** The part of the journal that lets a request be repeated without being done twice. */
export interface Requests {
  /** Takes the name for the request with this digest, or tells what became of it. Answers older than a day are forgotten. */
  claimRequest(name: RequestName, digest: string): Promise<RequestClaim>;
  /** Keeps the answer; null frees the name, so that the request can be tried again. */
  answerRequest(name: RequestName, answer: Answer | null): Promise<void>;
}

/** A row as both stores keep it. */
export interface RequestRow {
  readonly digest: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly at: string;
}

/** What a row says to a request that comes under its name; `takenBefore` is when whoever took it must have answered. */
export function claimOf({ digest: known, status, body, at }: RequestRow, digest: string, takenBefore: string): RequestClaim {
  if (known !== digest) return 'other';
  if (status !== null) return { status, body: body ?? '' };
  return at < takenBefore ? 'new' : 'running';
}
