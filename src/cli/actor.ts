import { userInfo } from 'node:os';

/** Who acts, for the audit log: as given, else the user of this machine. */
export function actorOf(by: string | undefined): string {
  return by ?? `cli ${userInfo().username}`;
}
