/** What a form holds now, by name, for the fields named; a field that is not there counts as empty. */
export function fieldsOf<Name extends string>(
  form: HTMLFormElement,
  ...names: Name[]
): Record<Name, string> {
  const held = new FormData(form);
  const value = (name: Name) => {
    const entry = held.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, string>;
}
