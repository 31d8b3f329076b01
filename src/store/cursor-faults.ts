import { BadInput } from '../faults.ts';

/** This journal never gave that cursor out, or it was restored from before it did. */
export function unknownCursor(): BadInput {
  return new BadInput('cursor.unknown', { message: 'This journal knows no such cursor', hint: 'Start again from 0' });
}

/** Between this cursor and now, events were forgotten: whoever goes on from it would miss them without knowing. */
export function tooOld(): BadInput {
  return new BadInput('cursor.too-old', {
    message: 'Events after this cursor are no longer kept',
    hint: 'Start again from 0: all kills are told again, and what is still kept',
  });
}
