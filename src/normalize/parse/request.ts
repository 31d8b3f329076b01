/** A string member of a JSON request; undefined where it is absent or of another type. */
export function textOf(request: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = request[key];
  return typeof value === 'string' ? value : undefined;
}

/** What a request tells about the page and the feed that the string comes from. */
export interface RequestContext {
  readonly feed_zone?: string;
  readonly page_zone?: string;
  readonly published?: string;
  readonly version_created?: string;
}

/** The strings of the request's `context`; members of other types are ignored. */
export function contextOf(request: Readonly<Record<string, unknown>>): RequestContext {
  const context = request['context'];
  if (typeof context !== 'object' || context === null) return {};
  const known = ['feed_zone', 'page_zone', 'published', 'version_created'];
  return Object.fromEntries(Object.entries(context).filter(([key, value]) => known.includes(key) && typeof value === 'string'));
}
