import { createHash } from 'node:crypto';

/** Whether a text is a fingerprint as `ssh-keygen -l` prints it: SHA-256, base64 without the sign that fills it up. */
export function isHostKey(text: string): boolean {
  return /^SHA256:[A-Za-z0-9+/]{43}$/.test(text);
}

/** The fingerprint of a server's public key, in that form. */
export function hostKeyOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace('=', '')}`;
}
