import admin from './de/admin.json';
import attention from './de/attention.json';
import audit from './de/audit.json';
import auth from './de/auth.json';
import bulk from './de/bulk.json';
import client from './de/client.json';
import clients from './de/clients.json';
import common from './de/common.json';
import credits from './de/credits.json';
import documents from './de/documents.json';
import errors from './de/errors.json';
import explain from './de/explain.json';
import exportsOf from './de/exports.json';
import feeds from './de/feeds.json';
import gallery from './de/gallery.json';
import guests from './de/guests.json';
import hours from './de/hours.json';
import imports from './de/imports.json';
import inbox from './de/inbox.json';
import invoices from './de/invoices.json';
import ledger from './de/ledger.json';
import mail from './de/mail.json';
import notices from './de/notices.json';
import onboarding from './de/onboarding.json';
import openings from './de/openings.json';
import outbox from './de/outbox.json';
import payments from './de/payments.json';
import phases from './de/phases.json';
import photos from './de/photos.json';
import platform from './de/platform.json';
import printed from './de/printed.json';
import problem from './de/problem.json';
import projects from './de/projects.json';
import schedule from './de/schedule.json';
import search from './de/search.json';
import settings from './de/settings.json';
import support from './de/support.json';
import templates from './de/templates.json';
import terms from './de/terms.json';
import updates from './de/updates.json';
import users from './de/users.json';
import verify from './de/verify.json';

/** The German messages: one namespace per file of the folder de. */
export const de = {
  admin,
  attention,
  audit,
  auth,
  bulk,
  client,
  clients,
  common,
  credits,
  documents,
  errors,
  exports: exportsOf,
  explain,
  feeds,
  gallery,
  guests,
  hours,
  inbox,
  imports,
  invoices,
  ledger,
  mail,
  notices,
  onboarding,
  openings,
  outbox,
  payments,
  phases,
  photos,
  platform,
  printed,
  problem,
  projects,
  schedule,
  search,
  settings,
  support,
  templates,
  terms,
  updates,
  users,
  verify,
};
