/** The roles of a project, from the most to the least that one may. */
export const roles = ['owner', 'manager', 'analyst', 'viewer'] as const;

/** What a person is in a project. */
export type Role = (typeof roles)[number];

/** Whether a stored or sent word is a role. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}
