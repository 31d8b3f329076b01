/** How feeds, subscribers, consumers and tokens are called: letters, digits, - and _, for names are part of addresses and metrics. */
export const SHORT_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
