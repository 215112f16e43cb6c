import type { Locale } from '@/lib/i18n/locales';
import deAdmin from '@/lib/i18n/messages/de/admin.json';
import deAttention from '@/lib/i18n/messages/de/attention.json';
import deAuth from '@/lib/i18n/messages/de/auth.json';
import deClient from '@/lib/i18n/messages/de/client.json';
import deClients from '@/lib/i18n/messages/de/clients.json';
import deCommon from '@/lib/i18n/messages/de/common.json';
import deDocuments from '@/lib/i18n/messages/de/documents.json';
import deErrors from '@/lib/i18n/messages/de/errors.json';
import deGallery from '@/lib/i18n/messages/de/gallery.json';
import deMail from '@/lib/i18n/messages/de/mail.json';
import dePhases from '@/lib/i18n/messages/de/phases.json';
import dePhotos from '@/lib/i18n/messages/de/photos.json';
import dePlatform from '@/lib/i18n/messages/de/platform.json';
import deProblem from '@/lib/i18n/messages/de/problem.json';
import deProjects from '@/lib/i18n/messages/de/projects.json';
import deSettings from '@/lib/i18n/messages/de/settings.json';
import deTerms from '@/lib/i18n/messages/de/terms.json';
import deUsers from '@/lib/i18n/messages/de/users.json';
import enAdmin from '@/lib/i18n/messages/en/admin.json';
import enAttention from '@/lib/i18n/messages/en/attention.json';
import enAuth from '@/lib/i18n/messages/en/auth.json';
import enClient from '@/lib/i18n/messages/en/client.json';
import enClients from '@/lib/i18n/messages/en/clients.json';
import enCommon from '@/lib/i18n/messages/en/common.json';
import enDocuments from '@/lib/i18n/messages/en/documents.json';
import enErrors from '@/lib/i18n/messages/en/errors.json';
import enGallery from '@/lib/i18n/messages/en/gallery.json';
import enMail from '@/lib/i18n/messages/en/mail.json';
import enPhases from '@/lib/i18n/messages/en/phases.json';
import enPhotos from '@/lib/i18n/messages/en/photos.json';
import enPlatform from '@/lib/i18n/messages/en/platform.json';
import enProblem from '@/lib/i18n/messages/en/problem.json';
import enProjects from '@/lib/i18n/messages/en/projects.json';
import enSettings from '@/lib/i18n/messages/en/settings.json';
import enTerms from '@/lib/i18n/messages/en/terms.json';
import enUsers from '@/lib/i18n/messages/en/users.json';

const en = {
  admin: enAdmin,
  attention: enAttention,
  auth: enAuth,
  client: enClient,
  clients: enClients,
  common: enCommon,
  documents: enDocuments,
  errors: enErrors,
  gallery: enGallery,
  mail: enMail,
  phases: enPhases,
  photos: enPhotos,
  platform: enPlatform,
  problem: enProblem,
  projects: enProjects,
  settings: enSettings,
  terms: enTerms,
  users: enUsers,
};

/** The shape of every catalogue. English leads; the compiler and a test hold the others to it. */
export type Messages = typeof en;

const de: Messages = {
  admin: deAdmin,
  attention: deAttention,
  auth: deAuth,
  client: deClient,
  clients: deClients,
  common: deCommon,
  documents: deDocuments,
  errors: deErrors,
  gallery: deGallery,
  mail: deMail,
  phases: dePhases,
  photos: dePhotos,
  platform: dePlatform,
  problem: deProblem,
  projects: deProjects,
  settings: deSettings,
  terms: deTerms,
  users: deUsers,
};

export const catalogues: Record<Locale, Messages> = { en, de };

/**
 * What is sent along with every page for browser components: the small shared namespaces only. A browser component that
 * says more gets its words as props from the server, so that no page carries a catalogue.
 */
export function browserMessages(locale: Locale) {
  const { common, problem } = catalogues[locale];
  return { common, problem };
}
