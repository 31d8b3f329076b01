/** Who publishes a stream. */
export interface Channel {
  readonly title: string;
  readonly link: string;
  readonly description: string;
}
