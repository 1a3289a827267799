/** A JSON Schema, as far as the API's description uses them. */
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

/** A body by its media type. */
export type Content = Record<string, { schema: Schema }>;

/** One operation of the description. */
export type ApiOperation = {
  summary: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};

/** The API's own description (OpenAPI 3.1), as far as the guide reads it. */
export type ApiDocument = { paths: Record<string, Record<string, ApiOperation>> };
