/** A JSON Schema, with the keywords that the API's description uses. */
export type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
};

/** The schemas of a body by media type. */
type Content = Record<string, { schema: Schema }>;

/** One operation of the API's description. */
export type ApiOperation = {
  summary: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};

/** The API's description (OpenAPI 3.1), with the fields that the guide uses. */
export type ApiDocument = { paths: Record<string, Record<string, ApiOperation>> };

/** One operation with its method, path and anchor. */
export type Entry = { anchor: string; method: string; path: string; operation: ApiOperation };

/** A group of operations with a page of its own. */
export type Chapter = { anchor: string; title: string; entries: Entry[] };

const titles: [RegExp, string][] = [
  [/\/export$/, 'Export'],
  [/\/(?:comparison|agreement)$/, 'Comparison and agreement'],
  [/\/rounds?(?:\/|$)/, 'Discussion rounds'],
  [/\/(?:calibration|performance)(?:\/|$)/, 'Calibration'],
  [/\/merges?(?:\/|$)/, 'Merging'],
  [/\/(?:adjudication|adjudication-settings|decisions?|changes)(?:\/|$)/, 'Adjudication'],
  [/\/(?:threads|mentions)(?:\/|$)/, 'Discussion'],
  [/\/codebooks?(?:\/|$)/, 'Codebook'],
  [/\/(?:members|invitations)(?:\/|$)/, 'Members and invitations'],
  [/\/(?:layers|annotations|relations)(?:\/|$)/, 'Layers and annotations'],
  [/\/(?:articles|drafts|clean-ups)(?:\/|$)/, 'Articles'],
  [/\/(?:projects|demo)(?:\/|$)/, 'Projects'],
  [/\/(?:me|tokens|welcome|password-resets)(?:\/|$)/, 'Account'],
  [/^\/api\/(?:health|ready|metrics)$/, 'The server'],
];

const order = [
  'Account',
  'Projects',
  'Members and invitations',
  'Codebook',
  'Articles',
  'Layers and annotations',
  'Comparison and agreement',
  'Discussion',
  'Adjudication',
  'Merging',
  'Discussion rounds',
  'Calibration',
  'Export',
  'The server',
  'More',
];

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Groups the operations of a description into chapters, in the order of the guide. */
export function chaptersOf(document: ApiDocument): Chapter[] {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, operation]) => {
      const method = name.toUpperCase();
      const title = titles.find(([pattern]) => pattern.test(path))?.[1] ?? 'More';
      return { title, anchor: anchorOf(`${method} ${path}`), method, path, operation };
    }),
  );
  return order
    .map((title) => ({
      anchor: anchorOf(title),
      title,
      entries: entries
        .filter((entry) => entry.title === title)
        .map(({ anchor, method, path, operation }) => ({ anchor, method, path, operation })),
    }))
    .filter((chapter) => chapter.entries.length > 0);
}
