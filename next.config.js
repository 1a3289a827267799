/** Each production build has a folder of its own, so that a new one never disturbs a server at work. */
const build = process.env.PARALLAX_BUILD;

/** @type {import('next').NextConfig} */
export default {
  ...(build ? { distDir: build } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg'],
  // Types are checked by “npm run check”: a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
};
