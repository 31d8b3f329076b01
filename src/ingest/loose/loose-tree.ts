import { Document, Text, type ParentNode } from 'domhandler';
import { initialScope, isFeedRoot, type LooseName, type NameScope } from '../namespaces.ts';
import { append, LooseElement, NO_ATTRIBUTES } from './loose-element.ts';
import type { Oddities } from './oddities.ts';
import type { StartTag } from './start-tag.ts';

/** Elements nested deeper are kept, but beside each other instead of inside each other. */
const MAX_DEPTH = 256;
/** Beyond this depth the document is no feed but an attack. */
const MAX_NESTING = 30_000;
/** Nodes kept at a time; records that were handed over do not count. */
const MAX_NODES = 400_000;

/** An element that was taken out of the tree as soon as it was closed; `complete` = false where the document ended inside it. */
export interface LooseRecord {
  readonly element: LooseElement;
  readonly complete: boolean;
}

/** Builds the tree of a loosely read document. */
export class LooseTree {
  readonly document = new Document([]);
  /** Elements that the end of the document closed. */
  readonly unfinished = new Set<LooseElement>();
  /** True once nothing more is taken in. */
  stopped = false;
  tooDeep = false;
  /** A record that waits to be fetched. */
  ready: LooseRecord | undefined;
  readonly #open: LooseElement[] = [];
  readonly #scopes: NameScope[] = [];
  readonly #odd: Oddities;
  readonly #records: ReadonlySet<string> | undefined;
  #scope = initialScope('');
  #top: LooseElement | undefined;
  #record: LooseElement | undefined;
  #rooted = false;
  #flat = 0;
  #nodes = 0;

  /** The name of the innermost open element, in lower case; empty where none is open or depth was flattened. */
  get openName(): string {
    return this.#flat > 0 || this.#top === undefined ? '' : this.#top.name;
  }

  /**
   * `records` = elements (`vocabulary:name`) that are taken out one by one. One never stands inside another: where an end tag is missing,
   * the next start tag is the end.
   */
  constructor(odd: Oddities, records: ReadonlySet<string> | undefined) {
    this.#odd = odd;
    this.#records = records;
  }

  /** A start tag; `start` = where its `<` stands. Attribute values come decoded. */
  open(raw: string, tag: StartTag, start: number): void {
    if (this.#flat > 0 || this.#open.length >= MAX_DEPTH) {
      this.#flatten(tag);
      return;
    }
    const scope = this.#scopeOf(raw, tag);
    const name = scope.nameOf(raw);
    const isRecord = this.#records?.has(name.key) === true;
    if (isRecord && !this.#makeRoom(tag, start)) return;
    const element = this.#add(name, tag, start);
    const isEmpty = tag.selfClosing;
    if (isEmpty) element.endIndex = tag.end - 1;
    if (isRecord && !isEmpty) this.#record = element;
    if (isRecord && isEmpty) this.#handOver(element, true);
    if (isEmpty) return;
    this.#open.push(element);
    this.#scopes.push(scope);
    this.#top = element;
    this.#scope = scope;
  }

  /** An end tag; `start` and `end` = its edges in the text. */
  close(raw: string, start: number, end: number): void {
    if (this.#flat > 0) {
      this.#flat -= 1;
      return;
    }
    if (this.#top?.name === raw) {
      this.#pop(end, true);
      return;
    }
    const name = raw.toLowerCase();
    if (!this.#open.some((element) => element.name === name)) {
      this.#note('xml.stray-end-tag', `</${raw}>`);
      return;
    }
    this.#closeAbove(name, start);
    this.#pop(end, true);
  }

  /** Text between markup, decoded; `blank` = only white space. */
  text(data: string, start: number, end: number, blank: boolean): void {
    const parent = this.#top;
    if (parent === undefined || (blank && parent.holdsElements)) return;
    const node = new Text(data);
    node.startIndex = start;
    node.endIndex = end - 1;
    append(parent, node);
    this.#count();
  }

  /** The text is over at `end`: what is still open was cut off. */
  finish(end: number): void {
    if (this.#open.length > 0 && !this.stopped) this.#note('xml.truncated');
    while (this.#top !== undefined) {
      this.unfinished.add(this.#top);
      this.#pop(end, false);
    }
  }

  /** Ends the reading, and says why. */
  stop(code: string): void {
    this.stopped = true;
    this.#note(code);
  }

  #note(code: string, source?: string): void {
    this.#odd.add(code, source);
  }

  /** The namespaces inside an element. The root of a feed decides what names without prefix mean. */
  #scopeOf(raw: string, tag: StartTag): NameScope {
    const isRoot = !this.#rooted && isFeedRoot(raw);
    if (isRoot || this.#open.length === 0) this.#scope = initialScope(raw);
    if (isRoot) this.#rooted = true;
    return tag.declares ? this.#scope.within(tag.attributes ?? NO_ATTRIBUTES, isRoot) : this.#scope;
  }

  #add(name: LooseName, tag: StartTag, start: number): LooseElement {
    const parent: ParentNode = this.#top ?? this.document;
    const element = new LooseElement(name, tag.attributes ?? NO_ATTRIBUTES);
    element.startIndex = start;
    append(parent, element);
    this.#count();
    return element;
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) this.stop('xml.too-many-elements');
  }

  #flatten(tag: StartTag): void {
    this.#note('xml.too-deep');
    if (tag.selfClosing) return;
    this.#flat += 1;
    if (this.#flat <= MAX_NESTING) return;
    this.tooDeep = true;
    this.stopped = true;
  }

  /** Before a record another one must be over. An empty one inside it is a slip of the publisher, and no record. */
  #makeRoom(tag: StartTag, start: number): boolean {
    if (this.#record === undefined) return true;
    if (tag.selfClosing) return false;
    this.#closeAbove(this.#record.name, start);
    this.#note('xml.unclosed-element', `<${this.#record.name}>`);
    this.#pop(start, true);
    return true;
  }

  #closeAbove(name: string, at: number): void {
    while (this.#top !== undefined && this.#top.name !== name) {
      this.#note('xml.unclosed-element', `<${this.#top.name}>`);
      this.#pop(at, true);
    }
  }

  #pop(end: number, complete: boolean): void {
    const element = this.#open.pop();
    this.#scope = this.#scopes.pop() ?? this.#scope;
    this.#top = this.#open.at(-1);
    this.#scope = this.#scopes.at(-1) ?? this.#scope;
    if (element === undefined) return;
    element.endIndex = end - 1;
    if (element === this.#record) this.#handOver(element, complete);
  }

  #handOver(element: LooseElement, complete: boolean): void {
    this.#record = undefined;
    this.#nodes = 0;
    this.ready = { element, complete };
    const siblings = element.parent?.children ?? [];
    if (siblings.at(-1) === element) siblings.pop();
  }
}
