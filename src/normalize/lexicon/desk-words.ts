/** Functions of the trade in many languages, singular and plural, lower case (compiled 2026-11-24). */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  `reporter reporters writer writers correspondent correspondents editor editors journalist journalists columnist columnists critic critics analyst analysts
   photographer photographers chief contributor contributors producer producers bureau fellow intern commentator blogger author authors
   korrespondent korrespondenten korrespondentin korrespondentinnen redakteur redakteurin redakteure reporterin journalistin journalisten mitarbeiter mitarbeiterin chefredakteur chefredakteurin
   correspondant correspondante correspondants correspondantes envoyé envoyée envoyés journaliste journalistes rédacteur rédactrice reporteur chroniqueur
   corresponsal corresponsales enviado enviada enviados periodista periodistas redactor redactora corresponsalía
   correspondente correspondentes repórter enviada jornalista redator colunista inviato inviata inviati corrispondente corrispondenti giornalista
   verslaggever verslaggevers verslaggeefster correspondente redacteur redactrice medewerker
   korrespondenten korrespondenter utsänd utsendt medarbejder journalisten reporteren toimittaja kirjeenvaihtaja korespondent korespondentka dziennikarz`.split(
    /\s+/u,
  ),
);

/** What stands before a function: desks, beats, ranks. Lower case. */
export const BEAT_WORDS: ReadonlySet<string> = new Set(
  `staff senior chief special foreign national international political diplomatic defense defence health science sports sport business economics economic finance financial
   technology tech court crime legal education environment environmental climate aerospace aviation religion medical world city state local regional general assignment
   white house us u.s. eu european uk middle east asia asian africa african latin america south north west washington moscow brussels berlin paris london beijing tokyo rome
   jerusalem kremlin royal travel entertainment arts culture food fashion media music film tv television video data investigations investigative features feature news
   transport energy industry industrial market markets markets property housing social affairs security intelligence military war deputy assistant managing associate executive
   consumer money personal opinion editorial digital online web freelance contributing lead junior award-winning home own spécial spéciale spéciaux especial speciale speciaal
   permanent permanente particulier régional football soccer cricket rugby tennis golf racing cycling basketball baseball hockey motorsport formula parliamentary congressional
   in-house audience weather space nature wildlife agriculture farm rural labor labour immigration race gender and of the`.split(/\s+/u),
);

/** A byline of these words names no person. Lower case. */
export const GENERIC_NOUNS: ReadonlySet<string> = new Set(
  `staff agencies agency newsroom editors editor desk team reporter reporters correspondent correspondents writer writers wires wire newswire newswires services service webdesk admin administrator
   red redaktion redaktionen nachrichtenredaktion onlineredaktion sportredaktion newsdesk agenturen agentur nachrichtenagenturen agenturmeldung agenturmeldungen mitarbeiter korrespondent korrespondenten redaktionsteam
   rédaction redaction agences agence correspondant correspondante correspondants envoyé
   redacción redaccion agencias agencia corresponsal corresponsales enviado equipo
   redação redacao agências agência correspondente correspondentes equipe
   redazione agenzie agenzia corrispondente inviato
   redactie verslaggever verslaggevers correspondent persbureaus
   redaktionen redaktion nyhetsbyråer nyhedsbureauer redaksjonen redaksjon nyhetsbyrå toimitus
   redakcja agencje redakce redakcia редакция агентства التحرير وكالات الوكالات`.split(/\s+/u),
);

/** Words that may stand beside a generic noun without naming anything. Lower case. */
export const GENERIC_FILLERS: ReadonlySet<string> = new Set(
  `our own foreign special the and & of from by with news web online digital desk staff report reports combined various sources local international national editorial sports sport court
   crime city business political a an und mit der die das unser unserer unserem unsere von aus dem nachrichten lokal notre nos la le les de du des et avec web en línea digital
   nuestro nuestra y con el con los e com da do nostro nostra della di onze van de het vår våra med og och i in agency wire press internet tv general central newsroom
   week service services room multimedia`.split(/\s+/u),
);

/** Short strings in lower case that look like staff marks and are words. */
export const NO_INITIALS: ReadonlySet<string> = new Set(
  `fim fin end ends ende slut loppu koniec son fine either or and km h he she his her him they them w o n a c i u s his hers yes no on off in out up down day night tv radio am pm his/her m ft lb kg g l ml cm mm mi mph kmh kwh mb gb
   und oder bzw und/oder er sie et ou il elle y o e ha non sì ja nein oui si no men women his input output read write true false left right win lose pass fail buy sell
   sec min hr rpm psi usd eur gbp mit der die das ist im am la le les de du des el los las al da do di del van het een en of og eller och ett`.split(
    /\s+/u,
  ),
);
