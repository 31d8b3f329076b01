/** Legal forms behind a company's name, as written. Source: registers of companies of the EU, Norway, Britain, the US and Australia; compiled 2026-11-25. */
const FORMS: ReadonlySet<string> = new Set(
  'ASA A/S ApS AB Oyj Oy Abp plc PLC Plc Ltd Ltd. LTD LTD. Limited LIMITED LLC LLP Inc Inc. INC INC. Corp Corp. CORP CORP. GmbH GMBH AG KG KGaA SE N.V. NV BV B.V. S.A. S.A.U. SAS S.p.A. SpA SPA S.r.l. Srl S.L. S.L.U. Pty Pte'.split(
    ' ',
  ),
);

/** True for a name with a legal form behind it: `Nordlinie ASA`, `Velmar Shipping Ltd.`; so it is no person's. */
export function isCompany(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length > 1 && FORMS.has(words.at(-1) ?? '');
}
