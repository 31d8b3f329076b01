declare module 's3rver' {
  /** A local server that speaks the protocol of S3 and checks signatures. */
  // eslint-disable-next-line no-restricted-syntax -- the package has it so
  export default class S3rver {
    constructor(options: {
      readonly port: number;
      readonly address: string;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string }[];
    });
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
