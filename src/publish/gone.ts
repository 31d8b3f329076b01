/** The other side wants no more (410): the subscriber is switched off until a person switches it on. */
export class Gone extends Error {
  override readonly name = 'Gone';
}
