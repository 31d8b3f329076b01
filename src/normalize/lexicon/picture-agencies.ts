import type { AgencyEntry } from './agency-entry.ts';

const SOURCE = 'forms seen in credit lines of news pictures; compiled 2026-11-24';

/** Picture agencies and libraries, as credit lines name them. */
export const PICTURE_AGENCIES: readonly AgencyEntry[] = [
  entry('Getty Images', 'Getty Images', 'US', [
    'Getty',
    'GETTY',
    'Gettyimages',
    'gettyimages',
    'GettyImages',
    'Via Getty Images',
    'iStock by Getty Images',
  ]),
  entry('iStock', 'iStock', 'CA', ['iStockphoto', 'istock']),
  entry('Keystone', 'Keystone', 'CH', ['KEYSTONE', 'Photopress']),
  entry('Sipa', 'Sipa Press', 'FR', ['SIPA', 'SIPA Press', 'Sipa USA', 'SIPA USA']),
  entry('Imago', 'IMAGO', 'DE', ['imago', 'imago images', 'Imago Images', 'IMAGO images']),
  entry('picture alliance', 'picture alliance', 'DE', [
    'Picture Alliance',
    'picture-alliance',
    'Picture-Alliance',
    'picturealliance',
    'dpa Picture-Alliance',
  ]),
  entry('Shutterstock', 'Shutterstock', 'US', ['shutterstock.com', 'Rex Features', 'REX/Shutterstock']),
  entry('Alamy', 'Alamy', 'GB', ['Alamy Stock Photo', 'Alamy Live News']),
  entry('Adobe Stock', 'Adobe Stock', 'US', ['AdobeStock', 'Fotolia']),
  entry('EPA', 'European Pressphoto Agency', 'DE', ['epa', 'EPA-EFE', 'EPA Images', 'epa-efe']),
  entry('Zuma Press', 'ZUMA Press', 'US', ['ZUMA', 'Zuma', 'ZUMAPRESS.com', 'ZUMA Wire']),
  entry('NurPhoto', 'NurPhoto', 'IT', ['Nurphoto']),
  entry('Abaca', 'Abaca Press', 'FR', ['ABACA', 'Abacapress', 'ABACAPRESS']),
  entry('Bestimage', 'BestImage', 'FR', ['BESTIMAGE']),
  entry('Hans Lucas', 'Hans Lucas', 'FR', []),
  entry('Scanpix', 'Scanpix', 'SE', ['SCANPIX']),
  entry('Ritzau Scanpix', 'Ritzau Scanpix', 'DK', ['Scanpix Danmark']),
  entry('Lehtikuva', 'Lehtikuva', 'FI', ['LEHTIKUVA']),
  entry('Bildbyrån', 'Bildbyrån', 'SE', ['BILDBYRÅN']),
  entry('USA Today Sports', 'USA TODAY Sports', 'US', ['Imagn Images', 'USA TODAY Network']),
  entry('Action Images', 'Action Images', 'GB', []),
  entry('PA Images', 'PA Images', 'GB', ['PA Wire']),
  entry('Magnum Photos', 'Magnum Photos', 'FR', ['Magnum']),
  entry('Contrasto', 'Contrasto', 'IT', []),
  entry('Polaris', 'Polaris Images', 'US', []),
  entry('Redux', 'Redux Pictures', 'US', []),
  entry('Anadolu Images', 'Anadolu Images', 'TR', ['Anadolu via Getty Images']),
  entry('Xinhua Photo', 'Xinhua Photo', 'CN', []),
  entry('Depositphotos', 'Depositphotos', 'US', []),
  entry('Pixabay', 'Pixabay', 'DE', ['pixabay.com']),
  entry('Pexels', 'Pexels', 'DE', []),
  entry('Unsplash', 'Unsplash', 'CA', []),
  entry('Lapresse Photo', 'LaPresse Photo', 'IT', []),
  entry('Icon Sport', 'Icon Sport', 'FR', ['IconSport']),
  entry('Press Association Images', 'Press Association Images', 'GB', []),
];

function entry(code: string, name: string, country: string, aliases: readonly string[]): AgencyEntry {
  return { code, name, aliases, country, kind: 'picture', source: SOURCE };
}
