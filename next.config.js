/** Each production build has a folder of its own, so that a new one never disturbs a server at work. */
const build = process.env.PARALLAX_BUILD;

/** Pages that have moved, for links and bookmarks. The query string is kept. */
const movedPages = [
  ['/articles/:articleId/readings', '/articles/:articleId/annotations'],
  ['/projects/:projectId/settling', '/projects/:projectId/adjudication'],
  ['/projects/:projectId/competences', '/projects/:projectId/performance'],
];

/** @type {import('next').NextConfig} */
export default {
  ...(build ? { distDir: build } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // No page uses it; the front door answers its address with 404.
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  redirects: () =>
    movedPages.map(([source, destination]) => ({ source, destination, permanent: true })),
  // Loaded once for pages, API and our own programs, which would otherwise have a copy each. Yjs must:
  // two copies of it in one process do not know each other's types. prom-client must: its registry is one.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'diff',
    'eld',
    'fflate',
    'highs',
    'lru-cache',
    'papaparse',
    'pg',
    'prom-client',
    'pure-rand',
    'rate-limiter-flexible',
    'uuid',
    'yjs',
    'zod',
  ],
  experimental: {
    // A page's code is loaded when it is first asked for: loading all of it took most of the start.
    preloadEntriesOnStart: false,
    // 62 MB of maps, which Node would hold in memory: our programs show traces by theirs.
    turbopackSourceMaps: false,
  },
  // Types are checked by “npm run check”: a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
};
