/** The other side wants no more (HTTP 410): the subscriber is disabled until a person enables it. */
export class Gone extends Error {
  override readonly name = 'Gone';
}
