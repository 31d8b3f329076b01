import type { Element } from 'domhandler';
import type { Catalog } from './catalog.ts';

/** What the parts of an item need to know about the document around it. */
export interface Given {
  readonly item: Element;
  readonly itemMeta: Element | undefined;
  readonly contentMeta: Element | undefined;
  /** The `header` of the newsMessage. */
  readonly header: Element | undefined;
  readonly catalog: Catalog;
  readonly asserts: ReadonlyMap<string, Element>;
  /** Two letters, of the item's text. */
  readonly language: string;
  /** All items of the message by guid: a package names its members. */
  readonly others: ReadonlyMap<string, Element>;
}
