import type { Language } from '../language.ts';
import { enBreaks } from './en-breaks.ts';
import { enStatus } from './en-status.ts';

/** English. */
export const en: Language = {
  tag: 'en',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'january jan',
      'february feb febuary',
      'march mar',
      'april apr apríl',
      'may',
      'june jun jún',
      'july jul júl',
      'august aug',
      'september sep sept',
      'october oct',
      'november nov',
      'december dec déc',
    ],
    weekdays: [
      'monday mon',
      'tuesday tue tues',
      'wednesday wed weds',
      'thursday thu thur thurs',
      'friday fri',
      'saturday sat',
      'sunday sun',
    ],
    fillers:
      'at the of on from by in an is its as was published posted updated modified created date time last first issued released edited written dated local gmt- ad year hrs th st nd rd',
    parts: { hour: 'h hr hrs', minute: 'm min minutes', second: 's sec seconds' },
    halves: { am: 'am a', pm: 'pm p', noon: 'noon midday', midnight: 'midnight' },
    halvesAfterClock: 'a p',
    zonePhrases: [
      ['eastern daylight time', 'EDT'],
      ['eastern standard time', 'EST'],
      ['eastern time', 'ET'],
      ['central daylight time', 'CDT'],
      ['central standard time', 'CST'],
      ['mountain daylight time', 'MDT'],
      ['mountain standard time', 'MST'],
      ['pacific daylight time', 'PDT'],
      ['pacific standard time', 'PST'],
      ['pacific time', 'PT'],
      ['central european summer time', 'CEST'],
      ['central european time', 'CET'],
      ['greenwich mean time', 'GMT'],
      ['gmt daylight time', 'BST'],
      ['british summer time', 'BST'],
      ['london time', 'Europe/London'],
      ['paris time', 'Europe/Paris'],
      ['new york time', 'America/New_York'],
      ['moscow time', 'Europe/Moscow'],
    ],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: {
      author:
        'by|written by|story by|words by|article by|reported by|posted by|published by|report by|analysis by|opinion by|review by|commentary by|column by|text by|updated by|uploaded by|compiled by|exclusive by|special report by|essay by|dispatch by|feature by|profile by|written and photographed by',
      photographer: 'photos by|photographs by|pictures by|photography by|photo by|photograph by|picture by|visuals by|images by|video by',
      illustrator: 'illustrations by|illustration by',
      translator: 'translated by',
      interviewer: 'interview by|interviewed by',
      editor: 'edited by',
    },
    colonLabels: {
      author:
        'by|author|authors|text|words|story|reporter|journalist|words and pictures|text and photos|text and photo|words and photos|story and photos|writer|writers|byline|correspondent|reporters|journalists|reporting|written by|text and pictures|text and photographs|contributor|contributors',
      photographer: 'photo|photos|pictures|photography|images|image|photographs|photographer|photographers|pics|picture|video',
      illustrator: 'illustration|illustrations|graphic|graphics',
      translator: 'translation',
      interviewer: 'interview',
      editor: 'editor|editors|editing|edited by',
    },
    ownLabels: { author: 'from' },
    sources: 'source|sources|via',
    material:
      'with files from|with information from|with material from|with reporting from|with agency material from|with agencies|compiled from|with input from|with inputs from|inputs from|including reporting by|with',
    and: 'and|&',
    with: 'with|plus',
    in: 'in|reporting from|from|at',
    ownIn: 'in|from|at|near|outside',
    writingFor: 'special to|special for|for|at|of',
    possessives: 'our',
    bio: 'is an|is a|is the',
    moments: 'on|am|at|published|published on|published:|updated|updated:|posted|posted on|-',
  },
  signoff: {
    source: 'Reuters in six languages, AP, AFP; compiled 2026-11-24',
    roles: {
      'additional reporting':
        'additional reporting by|additional reporting from|with additional reporting by|with reporting by|additional reporting and writing by|further reporting by',
      contributor: 'with assistance from|with assistance by|with contributions from|with contributions by|with help from|assistance from',
      reporter: 'reporting by|reported by|reporting and writing by|reporting and graphics by',
      writer: 'writing by|written by|story by|compiled by',
      editor: 'editing by|edited by|edited and updated by|editing and writing by|editing',
      translator: 'translation by|translated by',
      photographer: 'photos by|photography by|photographs by',
      illustrator: 'graphics by|graphic by|graphics and illustrations by|illustrations by|illustration by',
      producer: 'video by|produced by|production by|video production by|data by|research by|fact-checking by',
    },
    contributions: {
      contributor:
        'contributed to this report|also contributed to this report|contributed to this story|contributed to this article|contributed reporting|contributed additional reporting|contributed|also contributed',
      reporter: 'reported',
    },
  },
  credits: {
    source: 'credit lines of news pages and agency captions, collected 2026-11-24',
    labels: [
      'photos?(?: credits?)?',
      'photographs?',
      'photography',
      'photographer',
      'pictures?',
      'pic',
      'images?(?: credits?)?',
      '(?:photo |image |picture |mandatory )?credits?(?: line)?',
      'source',
      'copyright',
      'courtesy',
      'illustrations?(?: by)?',
      'graphic',
      'infographic',
      'visual',
      'video',
      'screenshot',
      'screengrab',
      'file photo',
      'handout',
    ],
    phrases: [
      'pool (?:photos?|photographs?|pictures?) by',
      '(?:photos?|photographs?|photographed|pictures?|images?|illustrations?|graphic|video|screenshot|file photo) (?:by|courtesy of|courtesy|provided by|credit|from|via)',
      'courtesy(?: of)?',
      'image source,',
      '(?:handout|supplied|provided|released) by',
      'photo credit',
    ],
  },
  pages: {
    source: 'labels seen on publishers’ pages, collected 2026-11-24',
    published: 'published|published on|published at|first published|posted|posted on|date|issued',
    updated: 'updated|updated on|updated at|last updated|last updated on|last modified|modified',
    teasers:
      "today's headlines|headlines|top stories|more stories|more news|latest news|latest|latest stories|related articles|related stories|related|related news|related topics|most read|most popular|most viewed|trending|trending now|recommended|recommended for you|you may also like|you might also like|read next|up next|editor's picks|editors' picks|more from this section|more on this story|also in the news|don't miss",
    sponsored:
      'sponsored|sponsored article|sponsored content|sponsored post|sponsored story|partner content|paid content|paid post|advertorial|promoted|promoted content|brand content|presented by our partner|sponsored by',
  },
  breaks: enBreaks,
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: [
      'strictly embargoed',
      '(?:under |strict )?embargo(?:ed)?(?: for (?:release|publication|use|broadcast)| to| for)?(?: until| till| to| before)?',
      'not for (?:public )?(?:publication|release|use|broadcast)(?: or (?:publication|broadcast|release|use))* (?:before|until|prior to)',
      'hold(?: for release)? until',
    ],
    releases: [
      'for release(?: (?:at|on|after|from))?',
      'do not (?:publish|use|release|broadcast) (?:before|until)',
      'for use (?:after|from|not before)',
      'for immediate use after',
    ],
    until: 'until till to before after not is in force',
    events: 'until till when once after upon before lifts',
    lifted: [
      'embargo (?:is |has been |now )?(?:lifted|ended|expired|over|removed)(?!\\p{L})',
      'embargo lift(?:ed)?(?!\\p{L})',
      'no embargo',
      'no longer (?:under embargo|embargoed)',
    ],
    papers: ["(?:(?:sunday|saturday|monday|weekend|morning|evening|tomorrow['’]?s?)['’s]* (?:newspapers?|papers?|editions?|press|print))"],
    zones: [
      ['(?:u\\.?s\\.? )?eastern(?: (?:standard|daylight))?(?: time)?|\\be\\.?t\\.?\\b|new york time|washington time', 'America/New_York'],
      ['(?:u\\.?s\\.? )?pacific(?: (?:standard|daylight))?(?: time)?|\\bp\\.?t\\.?\\b|los angeles time', 'America/Los_Angeles'],
      ['(?:u\\.?s\\.? )?central (?:standard |daylight )?time', 'America/Chicago'],
      ['(?:u\\.?s\\.? )?mountain(?: (?:standard|daylight))? time', 'America/Denver'],
      ['(?:london|uk|british|u\\.k\\.) (?:local )?time', 'Europe/London'],
      ['(?:paris|brussels|central european|berlin|geneva|madrid|rome|amsterdam|vienna|frankfurt) (?:local |summer )?time', 'Europe/Paris'],
      ['(?:tokyo|japan) (?:local |standard )?time', 'Asia/Tokyo'],
      ['(?:beijing|hong kong|china) (?:local |standard )?time', 'Asia/Shanghai'],
      ['(?:sydney|melbourne|canberra) (?:local )?time', 'Australia/Sydney'],
      ['(?:delhi|india|indian) (?:local |standard )?time', 'Asia/Kolkata'],
      ['moscow (?:local )?time', 'Europe/Moscow'],
    ],
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: `
        reporter reporters writer writers correspondent correspondents editor editors journalist journalists columnist
        columnists critic critics analyst analysts photographer photographers chief contributor contributors producer
        producers bureau fellow intern commentator blogger author authors researcher researchers videojournalist
        videojournalists broadcaster cartographer newsreader presenter secretary`,
    beats: `
        staff senior chief special foreign national international political diplomatic defense defence health science sports
        sport business economics economic finance financial technology tech court crime legal education environment
        environmental climate aerospace aviation religion medical world city state local regional general assignment white
        house us u.s. eu european uk middle east asia asian africa african latin america south north west washington moscow
        brussels berlin paris london beijing tokyo rome jerusalem kremlin royal travel entertainment arts culture food
        fashion media music film tv television video data investigations investigative features feature news transport
        energy industry industrial market markets property housing social affairs security intelligence military war deputy
        assistant managing associate executive consumer money personal opinion editorial digital online web freelance
        contributing lead junior award-winning home own football soccer cricket rugby tennis golf racing cycling basketball
        baseball hockey motorsport formula parliamentary congressional in-house audience weather space nature wildlife
        agriculture farm rural labor labour immigration race gender and of the hall capitol statehouse schools courts visual
        chess boxing nfl nba mlb nhl college prep community religious cultural crime-and-justice public county town metro
        breaking night sunday europe un u.n. nato balkans gulf mideast`,
    generic: `
        staff agencies agency newsroom editors editor desk team reporter reporters correspondent correspondents writer
        writers wires wire newswire newswires services service webdesk admin administrator bureau bureaus`,
    genericFillers: `
        our own foreign special the and of from by with news web online digital desk staff report reports combined various
        sources local international national editorial sports sport court crime city business political a agency wire press
        internet tv general central newsroom week service services room multimedia & in`,
    notInitials: `
        end ends either or and km h he she his him her they them w o n a c i u s hers yes no on off in out up down day night
        tv radio am pm his/her m ft lb kg g l ml cm mm mi mph kmh kwh mb gb men women input output read write true false
        left right win lose pass fail buy sell sec min hr rpm psi usd eur gbp of`,
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    articles: 'the a an my your this that our',
    particles: 't s mac of ne',
    houses: `
        staff reporter reporters correspondent correspondents writer writers editor editors editorial newsroom desk team
        agency agencies newswire newswires wire wires wireservice service services news press times post herald tribune
        gazette journal chronicle telegraph guardian observer examiner inquirer bulletin dispatch globe monitor magazine
        media tv radio television channel network broadcasting online digital web website foundation database institute
        university college school ministry department office council committee association society club group company corp
        corp. inc inc. ltd ltd. plc llc llp business sports sport politics health science opinion photo photos image images
        pictures picture video handout pool contributor contributors freelance freelancer special guest admin webmaster
        author authors bureau international national reports report combined compiled updated published posted by from with
        and reuters today mail daily independent express mirror ledger usa`,
    joining: `
        as for at on is are was were be been not this that how why what who when where after before into about than then
        they its it has have would could`,
  },
  places: {
    source: 'datelines of wire copy and lines that only look like them, compiled 2026-11-24',
    particles: 'upon on of the under by',
    articlePlaces: `
        the hague|the bronx|the dalles|the villages|the woodlands|the valley|the colony|the pas|the gambia|the bahamas|
        the netherlands`,
    starters: `
        the a an this that these those our my we it if when but as for more than at by in on from with after text author`,
    verbs: 'be is was are were has have had will would can could to said says say gets wins',
    labels: `
        analysis exclusive update updated wrapup brief factbox explainer q&a interview commentary comment column opinion
        editorial feature features preview review recap timeline graphic video photo photos picture pictures breaking urgent
        alert flash live blog report profile obituary insight focus news newsletter markets market stocks sports sport weather
        correction corrected advisory note notes source sources statement press release headline headlines summary key points
        highlights background context fact check test today yesterday politics business world nation agency company group
        reuters also see read more covid nato un eu us uk usa`,
  },
  status: enStatus,
};
