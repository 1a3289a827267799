import packageJson from '@/package.json';

/** The version of Parallax, from package.json at build time. */
export const { version } = packageJson;
