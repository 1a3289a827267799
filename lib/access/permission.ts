/** The roles of a project, from the most to the least that one may. */
export const roles = ['owner', 'manager', 'analyst', 'viewer'] as const;

/** What a person is in a project. */
export type Role = (typeof roles)[number];

/** Whether a stored or sent word is a role. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

const everyone: readonly Role[] = ['owner', 'manager', 'analyst', 'viewer'];
const annotators: readonly Role[] = ['owner', 'manager', 'analyst'];
const managers: readonly Role[] = ['owner', 'manager'];
const owners: readonly Role[] = ['owner'];

/** The one table of who may do what in a project. What is not in it may nobody. */
const table = {
  'read project': everyone,
  'change project': owners,
  'archive project': owners,
  'see members': everyone,
  'change roles': owners,
  'remove members': owners,
  'reset passwords': managers,
  'reset any password': owners,
  'disable accounts': owners,
  'invite analysts and viewers': managers,
  'invite anyone': owners,
  'see invitations': managers,
  'read articles': everyone,
  'add articles': managers,
  'change articles': managers,
  'archive articles': managers,
  'see hidden source': managers,
  'read codebook': everyone,
  'change codebook': managers,
  'publish codebook': managers,
  'write own layer': annotators,
  comment: annotators,
  'write consensus': managers,
  'change adjudication settings': managers,
  'hold rounds': managers,
  'mark calibration': managers,
  'read decisions': everyone,
  'see analyst performance': managers,
  'see every layer': managers,
  'see names': everyone,
  'export own and visible': everyone,
  'read security log': owners,
} satisfies Record<string, readonly Role[]>;

/** A deed that the table knows. */
export type Permission = keyof typeof table;

/** Every deed of the table, for tests and for the page that explains roles. */
export const permissions = Object.keys(table) as Permission[];

/** Whether `role` may do `permission`. Somebody without a role may nothing. */
export function may(role: Role | null, permission: Permission): boolean {
  return role !== null && table[permission].includes(role);
}

/** Whether one of `role` may invite somebody as `invited`: managers only analysts and viewers. */
export function mayInvite(role: Role | null, invited: Role): boolean {
  if (invited === 'owner' || invited === 'manager') return may(role, 'invite anyone');
  return may(role, 'invite analysts and viewers');
}

/** Whether one of `role` may make a link to reset the password of a member who is `member`: managers only of analysts and viewers. */
export function mayResetPassword(role: Role | null, member: Role): boolean {
  if (member === 'owner' || member === 'manager') return may(role, 'reset any password');
  return may(role, 'reset passwords');
}
