/** Every page for signed-in people; `{project}` and `{article}` are placeholders for ids. */
export const signedInPages = [
  '/',
  '/projects/new',
  '/projects/{project}',
  '/projects/{project}/members',
  '/projects/{project}/settings',
  '/projects/{project}/security',
  '/projects/{project}/codebook',
  '/projects/{project}/agreement',
  '/projects/{project}/adjudication',
  '/projects/{project}/performance',
  '/projects/{project}/articles/new',
  '/articles/{article}',
  '/articles/{article}/annotations',
  '/articles/{article}/comparison',
  '/articles/{article}/adjudication',
  '/articles/{article}/calibration',
  '/projects/{project}/rounds',
  '/projects/{project}/decisions',
  '/projects/{project}/changes',
  '/articles/{article}/changes',
  '/account',
  '/mentions',
  '/docs/api',
  '/docs/api/articles',
  '/agreement-calculator',
];

/** The other chapters of the API guide, which have the same components. */
export const apiChapterPages = [
  '/docs/api/account',
  '/docs/api/projects',
  '/docs/api/members-and-invitations',
  '/docs/api/codebook',
  '/docs/api/layers-and-annotations',
  '/docs/api/comparison-and-agreement',
  '/docs/api/discussion',
  '/docs/api/adjudication',
  '/docs/api/merging',
  '/docs/api/discussion-rounds',
  '/docs/api/calibration',
  '/docs/api/export',
  '/docs/api/the-server',
];

/** Every page for people who are not signed in; `{token}` is a placeholder for an open invitation. */
export const openPages = [
  '/sign-in',
  '/reset',
  '/reset/spent',
  '/invitations',
  '/welcome',
  '/sign-in/continue',
  '/agreement-calculator',
  '/invitations/{token}',
  '/invitations/spent',
  '/welcome/spent',
  '/nowhere',
];

/** The path with its placeholders replaced by ids; missing ones become empty. */
export const filledPath = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
