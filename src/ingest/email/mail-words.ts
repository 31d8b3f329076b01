/**
 * What mail programs and people write around a story. Source: mails of Gmail, Outlook, Apple Mail, Thunderbird, Exchange gateways and
 * press offices in twelve languages; compiled 2026-11-25. All without regard to case.
 */

const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** `Re:`, `Fwd:`, `[EXTERN]`: prefixes of a subject that say nothing of the story. */
export const REPLY = /^(?:re|aw|antw|antwoord|sv|vs|ref|rif|r|odp|回复|返信)(?:\[\d+\])?\s?[:：]\s*/iu;
export const FORWARD = /^(?:fwd?|wg|wtr|tr|rv|i|vb|vl|doorst|enc|pd|fs|転送|转发)\s?[:：]\s*/iu;
export const OUTSIDE =
  /^[[(*]{1,3}\s?(?:external|extern|externe|externo|ext|caution|spam\??|bulk)(?: e-?mail| sender)?\s?[\])*]{1,3}\s*:?\s*/iu;

/** Above a mail that is passed on. */
export const FORWARDED = new RegExp(
  `^[-_\\s>]{0,40}${any(
    'forwarded message',
    'begin forwarded message',
    'weitergeleitete nachricht',
    'anfang der weitergeleiteten nachricht',
    'message transféré',
    'début du message réexpédié',
    'mensaje reenviado',
    'messaggio inoltrato',
    'inizio messaggio inoltrato',
    'mensagem encaminhada',
    'doorgestuurd bericht',
    'vidarebefordrat meddelande',
    'videresendt melding',
    'videresendt besked',
    'välitetty viesti',
  )}\\s?:?[-_\\s]{0,40}$`,
  'iu',
);

/** Above a mail that is answered. */
export const ANSWERED = new RegExp(
  [
    `^[-_\\s>]{0,40}${any('original message', 'original-nachricht', 'ursprüngliche nachricht', "message d'origine", 'mensaje original', 'messaggio originale', 'mensagem original', 'oorspronkelijk bericht', 'ursprungligt meddelande', 'opprinnelig melding', 'oprindelig meddelelse', 'alkuperäinen viesti')}[-_\\s]{0,40}$`,
    '^>?\\s?(?:on|am|le|el|il giorno|em|op|den|på|man|ma|ti|on mon|on tue)\\s.{6,160}\\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti)\\b[^:]{0,120}:$',
    '^.{2,100}(?:schrieb am|skrev den) .{6,60}:$',
  ].join('|'),
  'iu',
);

/** Fields of a quoted header, by what they are. */
export const QUOTED_FIELDS: Readonly<Record<'from' | 'date' | 'to' | 'subject', RegExp>> = {
  from: /^\*?(?:from|von|de|da|fra|från|van|lähettäjä|差出人|发件人)\s?:\*?\s*(?!\s)(.+)$/iu,
  date: /^\*?(?:date|sent|gesendet|datum|envoyé(?: le)?|fecha|enviado(?: el)?|data|inviato|verzonden|skickat|sendt|dato|lähetetty|日時|发送时间)\s?:\*?\s*(?!\s)(.+)$/iu,
  to: /^\*?(?:to|an|à|para|a|til|till|aan|vastaanottaja|cc|kopie|reply-to|宛先|收件人)\s?:\*?\s*(?!\s)(.*)$/iu,
  subject: /^\*?(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|件名|主题)\s?:\*?\s*(?!\s)(.+)$/iu,
};

/** Whole short lines at the head that greet. */
export const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|morning|afternoon|evening|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rn]?|moin|bonjour|bonsoir|cher|chère|chers|chères|madame|monsieur|mesdames|hola|buen(?:os|as) (?:días|tardes|noches)|estimad[oa]s?|queridos?|ciao|buongiorno|buonasera|gentil[ei]|caro|cara|olá|bom dia|boa tarde|prezad[oa]s?|beste|geachte|goede(?:morgen|middag)|hej|hei|kära|bästa|kjære|kære|god (?:morgon|morgen|dag)|moi|hyvä[ät]?)(?!\p{L})[^.!?]{0,70}[,!:.–-]?$/iu;

/** Sentences around the story, addressed to the desk. */
export const COVER =
  /^(?:please (?:find|see|use|note|be advised)|pls (?:find|see|use|note)|(?:find|see) (?:attached|below|enclosed)|(?:attached|enclosed)(?:,| is| are| please| you| find)|(?:below|here)(?: is| are|'s|’s| please find| you(?:'|’)ll find| follows) (?:the |my |our |a |an |your |today(?:'|’)s |some )?(?:story|stories|copy|article|piece|file|draft|latest|update|text|release|report|pictures?|photos?|pix|statement|lines|match report|results)|i (?:attach|enclose|am sending|send)|we (?:attach|enclose)|(?:copy|story|text|release|article) (?:is )?(?:below|follows|attached)|anbei|im anhang|beiliegend|in der anlage|(?:bitte )?beachten sie|veuillez trouver|ci-joint|ci-dessous|vous trouverez|adjunt[oa]|les (?:adjunto|envío)|in allegato|di seguito (?:il|la|l['’])|em anexo|in (?:de )?bijlage|bifogat|bifogar|vedlagt|vedhæftet|liitteenä|thanks? in advance)(?!\p{L}).{0,400}$/iu;

/** Notes to the desk, by their label. */
export const DESK_NOTE =
  /^[[(*/\s]{0,4}(?:eds?(?:itors?)?(?:['’]s?)?(?: note)?|note (?:to|for) (?:the )?(?:eds?|editors?|desk|subs|media|subscribers)|editor['’]?s? note|attn|attention(?: editors?)?|advisory|subs|desk(?: note)?|nb|hinweis(?: an die redaktion(?:en)?)?|redaktionshinweis|an die redaktion(?:en)?|achtung(?:,? redaktion(?:en)?)?|note aux (?:rédactions|rédacteurs)|à l['’]attention des rédactions|nota (?:a|para) (?:la redacción|los editores|redacción)|nota ai redattori|till redaktionen|til redaksjonen|til redaktionen|aan de redactie|toimitukselle)\s?[:：]/iu;

/** What to do with an earlier story. */
export const ORDER =
  /^\W{0,3}(?:please|pls|kindly|editors?|mandatory|bitte|veuillez|merci de|rogamos|por favor|si prega di|se ruega|graag|vennligst|vänligen)(?!\p{L}).{0,80}(?<!\p{L})(?:kill|withdraw|retract|delete|remove|disregard|do not (?:use|publish|run)|hold|withhold|löschen|nicht (?:mehr )?verwenden|zurückziehen|supprimer|retirer|annuler|ne pas (?:utiliser|publier)|eliminar|anular|retirar|no (?:usar|publicar)|non (?:usare|pubblicare))(?!\p{L})|^\W{0,3}kill is mandatory/iu;
/** What has become of it, in a mail that says nothing else. */
export const SAID_KILLED =
  /\b(?:story|item|article|copy|release|report|we have)\b.{0,80}\b(?:has been|have been|is|was)? ?(?:killed|withdrawn|retracted)\b/iu;

/** Heads of a release that tell what it is, whole line. */
export const RELEASE =
  /^[*_\s#–-]{0,6}(?:for immediate (?:release|publication|use)|(?:for release:? )?immediate release|(?:press|media|news) (?:release|statement|notice)|press information|pressemitteilung|medienmitteilung|presseinformation|medieninformation|presseaussendung|communiqué(?: de presse)?|nota de prensa|comunicado(?: de prensa)?|comunicato stampa|comunicado de imprensa|nota de imprensa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|mediatiedote|tiedote|informacja prasowa|пресс-релиз|basın bülteni)(?!\p{L})[^.!?]{0,60}$/iu;

/** A line that begins an embargo and names its end, or says that there is one. */
export const EMBARGO =
  /^[*_\s([#/–-]{0,6}(?:strictly |under |strict |sous |bajo |sob |sotto |onder |note: )?(?:embargo(?:ed|ed copy)?|sperrfrist|sperrvermerk|gesperrt bis|embargad[oa]|эмбарго|not for (?:publication|release|broadcast|use)|hold for release|release time|for release (?:at|on|after|from)|nicht vor|frei ab|zur veröffentlichung frei|check against delivery|es gilt das gesprochene wort|seul le prononcé fait foi|no publicar|ne pas (?:publier|diffuser)|do not (?:publish|use|broadcast|release))(?:\s?[:：*–—-]|\s+(?:until|till|til|before|bis|jusqu|hasta|até|fino|tot|to be|copy)\b|\s+(?:to|for|on)\s(?:\d|release|publication|use|broadcast|immediate|mon|tue|wed|thu|fri|sat|sun|noon|midnight)|\s+\d|\s?$)/iu;

/** Below the story: whoever says goodbye. */
export const VALEDICTION =
  /^(?:(?:kind|best|warm|many|with (?:kind|best)) (?:regards|wishes|thanks)|regards|best|cheers|thanks(?: (?:so much|a lot|again))?|many thanks|thank you|yours (?:sincerely|faithfully|truly)|sincerely|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en|(?:freundliche|beste|viele|herzliche|liebe) grü(?:ß|ss)e|mfg|cordialement|bien (?:à vous|cordialement)|salutations|cordial(?:es)? saludos?|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|atenciosamente|cumprimentos|obrigad[oa]|met vriendelijke groeten?|vriendelijke groet|groeten|(?:med )?vänlig(?:a)? hälsning(?:ar)?|hälsningar|(?:med )?vennlig hilsen|(?:med )?venlig hilsen|mvh|hilsen|ystävällisin terveisin|terveisin|z poważaniem|с уважением|saygılarımla)\s?[,.!–-]*$/iu;

/** Lines that programs add. */
export const TAGLINE =
  /^(?:sent (?:from|via|using) (?:my|a|the)?\s?[\p{L}\d .'’®™-]{2,50}|get outlook for \S.{1,40}|(?:von|gesendet von) meine[mr] .{2,40}(?: gesendet)?|diese nachricht wurde von .{2,60} gesendet\.?|envoyé (?:de|depuis) (?:mon|ma) .{2,40}|télécharger outlook .{2,30}|enviado desde (?:mi|el) .{2,40}|enviado do meu .{2,40}|inviato (?:da|dal mio) .{2,40}|verzonden vanaf mijn .{2,40}|skickat från min .{2,40}|sendt fra min .{2,40}|lähetetty .{2,40}(?:puhelimestani|laitteesta)|virus-free\.? www\.\S+|(?:this email has been|diese e-mail wurde) (?:checked|scanned|von).{0,120}|view (?:this|it) (?:e-?mail|message|online|release) ?(?:in|on|online)?.{0,40}|(?:click here to )?unsubscribe(?: .{0,100})?|to unsubscribe\b.{0,160}|(?:abmelden|abbestellen|se désabonner|se désinscrire|darse de baja|cancella iscrizione|afmelden|avregistrera)\b.{0,80}|update (?:your )?(?:email )?preferences.{0,80}|you (?:are receiving|received) this (?:e-?mail|message|newsletter) because.{0,200}|\[(?:cid|image):[^\]]{1,200}\]|\[image\])$/iu;

/** What gateways put above a mail. */
export const BANNER =
  /^[*[!\s]{0,6}(?:caution|warning|external(?: e-?mail| sender)?|achtung|attention|extern)\b.{0,60}\b(?:originated|originates|came|comes|sent|sender|outside|von außerhalb|externe[nr]?|extérieur|links?|attachments?)\b.{0,300}$|^you don['’]t often get email from .{0,200}$|^\[?(?:external|extern)(?: e-?mail)?\]?$/iu;

/** What lawyers put below a mail. */
export const DISCLAIMER =
  /^.{0,200}\b(?:this (?:e-?mail|message|communication|transmission)|the information (?:contained )?in this|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|questa e-?mail|dit bericht|deze e-?mail|detta (?:meddelande|e-post))\b.{0,300}\b(?:confidential|privileged|intended (?:only |solely )?for|addressee|unauthori[sz]ed|vertraulich|bestimmt|adressat|confidentiel|destiné|destinataire|confidencial|destinatario|destinatário|riservat[oaie]|vertrouwelijk|bestemd|konfidentiell)|^(?:confidentiality (?:notice|statement)|disclaimer|haftungsausschluss|privacy notice)\b|^(?:please )?consider (?:the|your) environment(?:al)?\b.{0,80}\bprint|^(?:bitte denken sie an die umwelt|pensez à l['’]environnement|antes de imprimir)\b/isu;

/** Begins what somebody needs who wants to ask. */
export const CONTACT_HEAD =
  /^[*_\s#–-]{0,6}(?:(?:for )?(?:media|press|news|editorial|further|more|additional|pressekontakt|investor)?\s?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information(?:,)? (?:please )?(?:contact|call|visit)|relations contact|queries)|contacts? (?:for (?:the )?(?:media|press|editors)|information|details)|(?:media|press) office(?:r)?|(?:presse|medien|rück)?(?:kontakt|anfragen|ansprechpartner(?:in)?|fragen)(?: für (?:medien|die presse|redaktionen))?|rückfragehinweis|contacts? presse|service de presse|contacto(?: de)? prensa|contactos?(?: para (?:la )?prensa)?|contatt[io](?: stampa)?|ufficio stampa|assessoria de imprensa|perscontact|presskontakt|kontaktperson(?:er)?|pressekontakter|yhteyshenkilö|lisätietoja|yhteystiedot|issued by|notes? for contact)(?!\p{L})[^.!?]{0,80}$/iu;
export const CONTACT_WORD =
  /\b(?:contact|call|e-?mail|enquir|inquir|phone|tel(?:efon|éfono|éphone)?|mobile|mob|ph|fax|further information|more information|rückfragen|kontakt|erreichbar|joindre|contacter|contactar|llamar|telefono|contattare|bellen|ring|puh)\b/iu;
/** A telephone number or a mail address. */
export const REACHABLE =
  /[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,100}\.\p{L}{2,}|(?<![\p{L}\d])(?:\+|00)\d[\d ()/.-]{6,20}\d|(?:\b(?:tel|ph|phone|mob|mobile|cell|fax|t|m|f|telefon|téléphone|tél|telefono|teléfono|puh|mobil|handy)\b(?: \p{Lu}{2,3})?\s?[.:]{0,2}\s?)\(?\+?\d[\d ()/.-]{5,20}\d|^\(?0\d[\d ()/.-]{6,18}\d$|\b(?:skype|twitter|whatsapp|linkedin)\s?:\s?\S{2,60}/iu;
