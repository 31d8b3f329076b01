/** Elements that only show text, pictures, sound, film and tables. Others lose their tags and keep their content. */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt ' +
    'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label li main map mark nav ol p picture pre progress q rp rt ruby s samp section ' +
    'small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr'
  ).split(' '),
);

/** Elements whose content is no text for readers either. */
export const DROPPED: ReadonlySet<string> = new Set(['script', 'style', 'applet', 'noframes', 'template', 'title', 'xml']);

const VOID: ReadonlySet<string> = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

/** Drawings (SVG 1.1) and formulas (MathML 3): shapes and signs only, nothing that moves, refers or holds HTML. */
const DRAWN = new Set(
  (
    'circle clippath defs desc ellipse g lineargradient line marker metadata path polygon polyline radialgradient rect stop svg switch text tspan ' +
    'maction maligngroup malignmark math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt ' +
    'mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);
const DRAWN_ROOTS = new Set(['svg', 'math']);

export const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'abbr align alt axis border cellpadding cellspacing char charoff cite class clear cols colspan compact controls coords color datetime dir face ' +
    'frame headers height href hreflang hspace id ismap itemprop label lang loop longdesc loading media name nohref noshade nowrap open poster preload rel rev rows rowspan ' +
    'rules scope shape size sizes span src srcset start style summary tabindex target title type usemap valign value vspace width xml:lang'
  ).split(' '),
);

/** Attributes of drawings and formulas. Their values cannot refer to anything outside: `url(` is taken out with active CSS. */
export const DRAWN_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'accent accentunder baseprofile columnalign columnlines columnspacing columnspan cx cy d depth display displaystyle dx dy equalcolumns equalrows ' +
    'fence fill fill-opacity fill-rule font-family font-size font-style font-weight fontfamily fontsize fontstyle fontweight fx fy gradienttransform gradientunits ' +
    'k linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize offset opacity open close other points preserveaspectratio r ' +
    'refx refy rowalign rowlines rowspacing rquote rspace rx ry scriptlevel selection separator separators stop-color stop-opacity stretchy stroke stroke-dasharray ' +
    'stroke-linecap stroke-linejoin stroke-opacity stroke-width symmetric text-anchor transform version viewbox x x1 x2 xlink:href xlink:show ' +
    'xlink:type xlink:title xml:space xmlns xmlns:xlink y y1 y2'
  ).split(' '),
);

export const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'longdesc', 'poster', 'usemap', 'xlink:href']);

/** CSS that can load, run or hide its own meaning. */
export const ACTIVE_CSS = /expression|javascript|binding|behaviou?r|@|url\s{0,20}\(|\\|\/\*|[<>]/i;

const BLOCKS =
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul';
const P = new Set(['p']);
/** Which open elements a start tag closes, as HTML has it (optional end tags). */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...BLOCKS.split(' ').map((name) => [name, P] as const),
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])],
  ['tbody', new Set(['thead', 'tbody', 'tr', 'td', 'th'])],
  ['tfoot', new Set(['thead', 'tbody', 'tr', 'td', 'th'])],
]);

/** What is known of an element. Elements that are not known lose their tags. */
export interface ElementRule {
  readonly name: string;
  readonly isAllowed: boolean;
  /** Allowed inside a drawing or formula. */
  readonly isDrawn: boolean;
  readonly isDrawingRoot: boolean;
  readonly isVoid: boolean;
  readonly isDropped: boolean;
  /** Which open elements its start tag closes. */
  readonly closes: ReadonlySet<string> | undefined;
}

/** By names in lower case. */
export const RULES: ReadonlyMap<string, ElementRule> = new Map(
  [...ALLOWED, ...DROPPED, ...DRAWN, ...DRAWN_ROOTS].map((name) => [
    name,
    {
      name,
      isAllowed: ALLOWED.has(name),
      isDrawn: DRAWN.has(name) || name === 'title',
      isDrawingRoot: DRAWN_ROOTS.has(name),
      isVoid: VOID.has(name),
      isDropped: DROPPED.has(name),
      closes: CLOSES.get(name),
    },
  ]),
);
