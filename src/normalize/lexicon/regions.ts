import { foldPlace } from './countries.ts';

/** US states as AP and Canadian provinces as CP abbreviate them in datelines, with postal codes (AP Stylebook, CP Caps and Spelling; compiled 2026-11-24). */
const REGIONS = `
US|Alabama|Ala.|AL
US|Alaska|AK
US|Arizona|Ariz.|AZ
US|Arkansas|Ark.|AR
US|California|Calif.|CA|Cal.
US|Colorado|Colo.|CO
US|Connecticut|Conn.|CT
US|Delaware|Del.|DE
US|District of Columbia|D.C.|DC
US|Florida|Fla.|FL
US|Georgia|Ga.|GA
US|Hawaii|HI
US|Idaho|ID
US|Illinois|Ill.|IL
US|Indiana|Ind.|IN
US|Iowa|IA
US|Kansas|Kan.|KS|Kans.
US|Kentucky|Ky.|KY
US|Louisiana|La.|LA
US|Maine|ME
US|Maryland|Md.|MD
US|Massachusetts|Mass.|MA
US|Michigan|Mich.|MI
US|Minnesota|Minn.|MN
US|Mississippi|Miss.|MS
US|Missouri|Mo.|MO
US|Montana|Mont.|MT
US|Nebraska|Neb.|NE|Nebr.
US|Nevada|Nev.|NV
US|New Hampshire|N.H.|NH
US|New Jersey|N.J.|NJ
US|New Mexico|N.M.|NM
US|New York|N.Y.|NY
US|North Carolina|N.C.|NC
US|North Dakota|N.D.|ND
US|Ohio|OH
US|Oklahoma|Okla.|OK
US|Oregon|Ore.|OR
US|Pennsylvania|Pa.|PA
PR|Puerto Rico|P.R.
US|Rhode Island|R.I.|RI
US|South Carolina|S.C.|SC
US|South Dakota|S.D.|SD
US|Tennessee|Tenn.|TN
US|Texas|Tex.|TX
US|Utah|UT
US|Vermont|Vt.|VT
US|Virginia|Va.|VA
US|Washington|Wash.|WA
US|West Virginia|W.Va.|W. Va.|WV
US|Wisconsin|Wis.|WI|Wisc.
US|Wyoming|Wyo.|WY
GU|Guam
CA|Alberta|Alta.|AB
CA|British Columbia|B.C.|BC|Colombie-Britannique|C.-B.
CA|Manitoba|Man.|MB
CA|New Brunswick|N.B.|NB|Nouveau-Brunswick|N.-B.
CA|Newfoundland and Labrador|N.L.|NL|Nfld.|Terre-Neuve-et-Labrador|T.-N.-L.
CA|Nova Scotia|N.S.|NS|Nouvelle-Écosse|N.-É.
CA|Northwest Territories|N.W.T.|NT|Territoires du Nord-Ouest|T.N.-O.
CA|Nunavut|NU
CA|Ontario|Ont.|ON
CA|Prince Edward Island|P.E.I.|PE|Île-du-Prince-Édouard|Î.-P.-É.
CA|Quebec|Que.|QC|Québec|Qc
CA|Saskatchewan|Sask.|SK
CA|Yukon|YT
AU|New South Wales|NSW
AU|Queensland|Qld
AU|South Australia
AU|Tasmania|Tas
AU|Victoria|Vic
AU|Western Australia
AU|Northern Territory
`;

/** A state or province and the country it implies. */
export interface Region {
  readonly name: string;
  readonly country: string;
}

const regions = new Map<string, Region>();
for (const line of REGIONS.trim().split('\n')) {
  const [country = '', name = '', ...short] = line.split('|');
  for (const form of [name, ...short]) {
    const key = isPostal(form) ? form : foldPlace(form);
    if (!regions.has(key)) regions.set(key, { name, country });
  }
}

/** The state or province that the whole string names: `Mich.`, `N.M.`, `NY`, `British Columbia`. Two-letter codes only in capitals. */
export function regionOf(text: string): Region | undefined {
  const form = text.trim();
  return form.length > 40 ? undefined : (regions.get(form) ?? (isPostal(form) ? undefined : regions.get(foldPlace(form))));
}

function isPostal(form: string): boolean {
  return /^[A-Z]{2}$/.test(form);
}
