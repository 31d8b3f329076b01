import { open } from 'node:fs/promises';

/** Bytes in pieces. Where some are damaged `next` throws `BadInput`, and the next call goes on behind the damage. */
export interface ByteSource {
  /** The next piece; undefined at the end. @throws {BadInput} */
  next(): Promise<Buffer | undefined>;
  /** Bytes of the file that were read so far. */
  position(): number;
  close(): Promise<void>;
}

const PIECE = 65_536;

/** The bytes of a file, as they are. */
export async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path);
  let position = 0;
  return {
    next: async () => {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, position);
      position += bytesRead;
      return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
    },
    position: () => position,
    close: () => handle.close(),
  };
}
