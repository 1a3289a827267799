import packageJson from '@/package.json';

/** Which version of Parallax this is, as package.json says at build. */
export const { version } = packageJson;
