/** What the class, id and test names of an element say it is; a name says it of everything inside. */
export const ROLES = [
  'navigation',
  'header',
  'footer',
  'share',
  'related',
  'newsletter',
  'advert',
  'comments',
  'author',
  'meta',
  'tags',
  'caption',
  'media',
  'sidebar',
  'paywall',
  'consent',
  'tools',
  'overlay',
  'hidden',
  'form',
  'body',
  'summary',
  'quote',
  'heading',
  'embed',
  'live',
  'legal',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Words of class and id names by what they name, one or two words each, parted by blanks; two words are joined by a hyphen.
 * Read on publishers' pages and in the themes of WordPress, Drupal, Arc, Escenic, Polopoly, CUE, Blogger, Joomla, TYPO3; 2026-11-25.
 */
export const NAME_WORDS: Readonly<Record<Role, string>> = {
  navigation:
    'nav navi navigation navbar topnav subnav menu submenu megamenu breadcrumb breadcrumbs crumb crumbs brotkrumen pagination pager paging paginate toc sitemap skiplink hamburger ticker prev-next post-nav nextprev adjacent',
  header: 'masthead topbar topper header site-header kopf',
  footer: 'footer foot footnav colophon bottom fuss rodape pie impressum',
  share:
    'share shares sharing sharebar sharedaddy social socials socialmedia addthis addtoany sns facebook whatsapp follow follows followus compartir compartilhe condividi partage partager teilen delen dela',
  related:
    'related relateds relatedposts recommend recommended recommendation recommendations recirc recirculation teaser teasers promo promos promobox more-from most-read most-popular mostread popular trending outbrain taboola read-more readmore read-also see-also also-read up-next upnext similar suggested suggestions latest more-stories more-news more-on linkbox linklist link-list relacionadas relacionados relacionado verwandte zumthema mehrzum weitere meistgelesen onward yarpp yarpp-related relatedarticles relatedarticle related-links card cards crosslink crosslinks inline-link story-list interlink',
  newsletter: 'newsletter newsletters subscribe subscription signup sign-up mailchimp optin mailing-list email-signup abo',
  advert:
    'ad ads adv advert adverts advertisement advertising advertorial adslot adsbygoogle adbox adunit adcontainer adwrapper sponsor sponsored sponsors dfp gpt banner banners commercial commerce affiliate affiliates werbung anzeige anzeigen publicidad publicite publicidade pubblicita reklama reklame reklam annons annonce promoted native-ad',
  comments:
    'comment comments commenting commentlist comment-list disqus respond discussion discussions replies reply livefyre coral spot-im kommentar kommentare comentarios commentaires commenti opinary',
  author:
    'author authors authorbox bio biography byline bylines autor autoren autorin auteur autore redakteur contributor contributors writer writers journalist vcard profile about-author posted-by reporter firma',
  meta: 'meta metadata metainfo date dates datetime time timestamp dateline published pubdate posted posted-on publish update updated lastupdated readtime reading-time entry-meta post-meta info infos article-info datum fecha data-publicacao',
  tags: 'tag tags taglist topics topic keyword keywords category categories cat-links labels label hashtag hashtags kicker eyebrow overline topline rubrik rubric flag badge tag-list temas',
  caption:
    'caption captions figcaption legend credit credits credit-line photo-credit image-credit copyright wp-caption caption-text bildunterschrift bildtext pie-foto image-description cutline source image-caption media-caption leyenda legende image-source photocredit',
  media:
    'video videos player videoplayer jwplayer gallery galleries galerie galeria carousel slideshow slider slides slide swiper image images img photo photos picture pictures media audio podcast podcasts figure fotostrecke bild foto fotos lightbox-gallery thumbnail thumb',
  sidebar:
    'sidebar side aside rail right-rail widget widgets infobox factbox box callout marginalia sticky secondary column-right right-column colright tabs tab accordion poll quiz weather stocks module',
  paywall:
    'paywall piano premium regwall registration subscriber subscribers offer offers plus-box gate gated metered tp-container tinypass',
  consent: 'cookie cookies consent gdpr privacy cmp onetrust didomi terms disclaimer notice',
  tools:
    'tool tools toolbar action actions button buttons btn print printer bookmark bookmarks font-size fontsize listen textsize utility icon icons controls control save toggle cta vote voting rating ratings like likes feedback reactions reaction counter views',
  overlay: 'modal popup pop-up overlay dialog tooltip lightbox dropdown toast interstitial popover offcanvas drawer flyout snackbar',
  hidden: 'hidden visually-hidden visuallyhidden sr-only screen-reader invisible hide offscreen d-none noprint no-display assistive',
  form: 'form login signin sign-in search searchbox register password captcha input',
  body: 'article articlebody article-body story storybody story-body entry entry-content post post-content content body text bodytext paragraph paragraphs richtext rich-text copy prose main artikel artikeltext articulo noticia nota texto inhalt cuerpo corps contenu contenido corpo testo article-text article-content td-post-content news-text articletext article-paragraph',
  summary:
    'summary standfirst lead lede leadtext intro introduction subtitle subtitulo subheadline sub-headline subline deck dek excerpt description chapo chapeau vorspann anlauf sottotitolo occhiello sommario entradilla sumario bajada bajante ingress manchet leadin preface perex abstract',
  quote: 'quote quotes blockquote pullquote pull-quote zitat cita quotation',
  heading:
    'title titles headline headlines heading subhead subheading subheader titre titulo titel zwischenueberschrift intertitle crosshead',
  embed:
    'twitter tweet twitter-tweet instagram instagram-media embed embeds oembed tiktok fb-post iframe datawrapper infogram youtube vimeo',
  live: 'live liveblog live-blog ticker-entry live-post liveticker',
  legal: 'corrections correction legal licence license rights disclosure trust impressum editorial-note ethics methodology',
};
