import { connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where a socket goes. */
export interface SocketPlace {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Never resolved: sockets look up what is no address, and it is the lookup that asks the guard. */
const ANY_NAME = 'guarded.invalid';

/** A socket on its way to an address that passed the guard. What the guard refuses comes as the socket's error. */
export function openSocket(
  { host, port, tls }: SocketPlace,
  resolve: (host: string, port: number) => Promise<string>,
  onConnect?: () => void,
): Socket {
  const lookup: LookupFunction = (_name, options, callback) => {
    resolve(host, port).then(
      (address) => {
        const family = address.includes(':') ? 6 : 4;
        if (options.all === true) callback(null, [{ address, family }]);
        else callback(null, address, family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
  const place = { host: ANY_NAME, port, lookup };
  // The certificate is the name's, whatever address it leads to.
  return tls ? connectTls({ ...place, servername: host }, onConnect) : connectTcp(place, onConnect);
}
