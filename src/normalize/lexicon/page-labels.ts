/**
 * Lines that label a part of a page, by language. Whole lines only, compared in lower case without a final colon.
 * Source: labels seen on publishers' pages, collected 2026-11-24.
 */

/** Labels before a moment of publication. */
export const PUBLISHED_LABELS: readonly string[] = [
  'published', 'published on', 'published at', 'first published', 'posted', 'posted on', 'date', 'issued',
  'veröffentlicht', 'veröffentlicht am', 'erstellt', 'erstellt am', 'stand', 'publié', 'publié le', 'mis en ligne le', 'publicado', 'publicado el',
  'publicado em', 'publicada', 'pubblicato', 'pubblicato il', 'gepubliceerd', 'gepubliceerd op', 'geplaatst', 'publicerad', 'publisert', 'publiceret',
  'julkaistu', 'opublikowano', 'data publikacji', 'publikováno', 'yayınlanma', 'опубликовано', 'نشر', 'نشر في',
];

/** Labels before a moment of change. */
export const UPDATED_LABELS: readonly string[] = [
  'updated', 'updated on', 'updated at', 'last updated', 'last updated on', 'last modified', 'modified', 'aktualisiert', 'aktualisiert am', 'zuletzt aktualisiert',
  'mis à jour', 'mis à jour le', 'modifié le', 'actualizado', 'actualizado el', 'atualizado', 'atualizado em', 'aggiornato', 'aggiornato il', 'bijgewerkt',
  'laatst bijgewerkt', 'uppdaterad', 'oppdatert', 'opdateret', 'päivitetty', 'zaktualizowano', 'aktualizováno', 'güncellenme', 'обновлено', 'تحديث',
];

/** Headings over teasers of other stories: all that follows is not this story. */
export const TEASER_HEADINGS: readonly string[] = [
  "today's headlines", 'headlines', 'top stories', 'more stories', 'more news', 'latest news', 'latest', 'latest stories', 'related articles', 'related stories', 'related',
  'related news', 'related topics', 'most read', 'most popular', 'most viewed', 'trending', 'trending now', 'recommended', 'recommended for you', 'you may also like',
  'you might also like', 'read next', 'up next', "editor's picks", "editors' picks", 'more from this section', 'more on this story', 'also in the news', "don't miss",
  'mehr zum thema', 'weitere artikel', 'weitere nachrichten', 'weitere meldungen', 'auch interessant', 'meistgelesen', 'meistgelesene artikel', 'das könnte sie auch interessieren',
  'aktuelle nachrichten', 'à lire aussi', 'lire aussi', 'les plus lus', 'à la une', 'sur le même sujet', 'nos derniers articles', 'à ne pas manquer', 'lo más leído',
  'más leídas', 'te puede interesar', 'noticias relacionadas', 'últimas noticias', 'mais lidas', 'notícias relacionadas', 'leia também', 'leggi anche', 'i più letti',
  'articoli correlati', 'ultime notizie', 'meest gelezen', 'lees ook', 'gerelateerde artikelen', 'mest läst', 'läs mer', 'relaterat', 'mest lest', 'les også', 'mest læste',
  'læs også', 'luetuimmat', 'lue myös', 'najczęściej czytane', 'zobacz też', 'czytaj także', 'en çok okunanlar', 'читайте также', 'самое читаемое', 'الأكثر قراءة', 'اقرأ أيضا',
];

/** Marks of paid content: the next headline is sponsored. */
export const SPONSORED_LABELS: readonly string[] = [
  'sponsored', 'sponsored article', 'sponsored content', 'sponsored post', 'sponsored story', 'partner content', 'paid content', 'paid post', 'advertorial', 'promoted',
  'promoted content', 'brand content', 'presented by our partner', 'gesponsert', 'gesponserter beitrag', 'sponsored by', 'contenu sponsorisé', 'article sponsorisé',
  'article partenaire', 'contenido patrocinado', 'patrocinado', 'conteúdo patrocinado', 'contenuto sponsorizzato', 'gesponsord', 'gesponsorde inhoud', 'sponsrat innehåll',
  'annonsörinnehåll', 'sponset innhold', 'annonsørinnhold', 'sponsoreret', 'mainos', 'materiał sponsorowany', 'artykuł sponsorowany', 'sponsorlu içerik', 'на правах рекламы',
];

/** The line as the tables hold it. */
export function labelKey(line: string): string {
  return line.toLowerCase().replaceAll('’', "'").replace(/[\s:：]+$/u, '').trim();
}
