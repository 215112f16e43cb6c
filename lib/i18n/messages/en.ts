import admin from './en/admin.json';
import attention from './en/attention.json';
import audit from './en/audit.json';
import auth from './en/auth.json';
import bulk from './en/bulk.json';
import client from './en/client.json';
import clients from './en/clients.json';
import common from './en/common.json';
import credits from './en/credits.json';
import documents from './en/documents.json';
import errors from './en/errors.json';
import explain from './en/explain.json';
import exportsOf from './en/exports.json';
import feeds from './en/feeds.json';
import gallery from './en/gallery.json';
import guests from './en/guests.json';
import hours from './en/hours.json';
import imports from './en/imports.json';
import inbox from './en/inbox.json';
import invoices from './en/invoices.json';
import ledger from './en/ledger.json';
import mail from './en/mail.json';
import notices from './en/notices.json';
import onboarding from './en/onboarding.json';
import openings from './en/openings.json';
import outbox from './en/outbox.json';
import payments from './en/payments.json';
import phases from './en/phases.json';
import photos from './en/photos.json';
import platform from './en/platform.json';
import printed from './en/printed.json';
import problem from './en/problem.json';
import projects from './en/projects.json';
import schedule from './en/schedule.json';
import search from './en/search.json';
import settings from './en/settings.json';
import support from './en/support.json';
import templates from './en/templates.json';
import terms from './en/terms.json';
import updates from './en/updates.json';
import users from './en/users.json';
import verify from './en/verify.json';

/** The English messages: one namespace per file of the folder en. */
export const en = {
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
