import classes from './api-guide.module.css';
import type { ApiOperation } from './api-document';
import type { Entry } from './chapters';
import { curlLine } from './curl-line';
import { FieldList } from './field-list';
import type { Field } from './schema-fields';
import { schemaFields } from './schema-fields';
import { limitText, typeText } from './schema-text';

function parameters(operation: ApiOperation, location: 'path' | 'query') {
  return operation.parameters
    .filter((parameter) => parameter.in === location)
    .map(({ name, required, schema }) => ({
      path: name,
      type: typeText(schema),
      limits: limitText(schema),
      required: location === 'query' && required,
    }));
}

/** Everything in an answer is always there, so that need not be said of each value. */
function withoutRequired(fields: Field[]): Field[] {
  return fields.map((field) => ({ ...field, required: false }));
}

function answer(operation: ApiOperation) {
  const [status = '', response] =
    Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  const [type, body] = Object.entries(response?.content ?? {})[0] ?? [];
  return {
    status,
    type,
    fields: body === undefined ? [] : withoutRequired(schemaFields(body.schema)),
  };
}

/** One operation: where, what it takes, what it answers, and a call to copy. */
export function OperationEntry({ entry }: { entry: Entry }) {
  const { anchor, method, path, operation } = entry;
  const { status, type, fields } = answer(operation);
  const body = operation.requestBody?.content['application/json']?.schema;
  return (
    <section className={classes.entry} aria-labelledby={anchor}>
      <h2 id={anchor} className={classes.summary}>
        {operation.summary}
      </h2>
      <p className={classes.address}>
        <strong>{method}</strong> <code>{path}</code>
      </p>
      <FieldList title="Path" fields={parameters(operation, 'path')} />
      <FieldList title="Query" fields={parameters(operation, 'query')} />
      {body !== undefined && <FieldList title="Body" fields={schemaFields(body)} />}
      <FieldList title={`Answer ${status}`} fields={fields} />
      {fields.length === 0 && (
        <p className={classes.dimmed}>
          Answers {status}
          {type === undefined ? ', with nothing in it.' : <> as {type}.</>}
        </p>
      )}
      <pre className={classes.code} tabIndex={0}>
        <code>{curlLine(method, path, operation)}</code>
      </pre>
    </section>
  );
}
