/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  compress: false,
  typescript: { ignoreBuildErrors: true },
  // The packages are those of the portal, by a link, which Turbopack follows within its root only.
  turbopack: { root: '/' },
};
