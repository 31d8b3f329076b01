/** A news agency, picture agency or distributor of press releases, and the forms in which copy names it. */
export interface AgencyEntry {
  /** As desks print it: `AFP`, `dpa`, `Getty Images`. */
  readonly code: string;
  readonly name: string;
  /** Forms of five letters and more match in any case; shorter ones only as written here. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 of its seat. */
  readonly country?: string;
  readonly kind: 'wire' | 'picture' | 'press-release';
  readonly source: string;
}
