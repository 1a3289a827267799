import type { JSONContent } from '@tiptap/core';
import type { ReactNode } from 'react';
import classes from './guidelines.module.css';
import { exampleKindOf, exampleKinds } from './example-kinds';
import { isSafeAddress } from './safe-address';

type Mark = NonNullable<JSONContent['marks']>[number];

function marked(words: ReactNode, { type, attrs }: Mark): ReactNode {
  switch (type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'strike':
      return <s>{words}</s>;
    case 'code':
      return <code>{words}</code>;
    case 'link': {
      const address = String(attrs?.href ?? '');
      if (!isSafeAddress(address)) return words;
      return (
        <a href={address} rel="noopener noreferrer nofollow">
          {words}
        </a>
      );
    }
    default:
      return words;
  }
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

function Table({ rows }: { rows: JSONContent[] }) {
  return (
    <div className={classes.wide} tabIndex={0} role="region" aria-label="Table">
      <table>
        <tbody>
          {rows.map(({ content = [] }, row) => (
            <tr key={row}>
              {content.map((cell, at) =>
                cell.type === 'tableHeader' ? (
                  <th key={at} scope="col">
                    <Parts of={cell.content} />
                  </th>
                ) : (
                  <td key={at}>
                    <Parts of={cell.content} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Part({ part }: { part: JSONContent }) {
  const inside = <Parts of={part.content} />;
  switch (part.type ?? '') {
    case 'text':
      return (part.marks ?? []).reduceRight<ReactNode>(marked, part.text ?? '');
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p dir="auto">{inside}</p>;
    case 'heading': {
      const Heading =
        headings[Math.min(4, Math.max(1, Number(part.attrs?.level ?? 1))) - 1] ?? 'h6';
      return <Heading dir="auto">{inside}</Heading>;
    }
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={Number(part.attrs?.start ?? 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'codeBlock':
      return (
        <pre tabIndex={0}>
          <code>{inside}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'table':
      return <Table rows={part.content ?? []} />;
    case 'example': {
      const kind = exampleKindOf(part.attrs);
      return (
        <div role="group" aria-label={exampleKinds[kind]} data-example={kind}>
          {inside}
        </div>
      );
    }
    default:
      return inside;
  }
}

function Parts({ of }: { of: JSONContent[] | undefined }) {
  return of?.map((part, at) => <Part key={at} part={part} />);
}

/** Guidelines to be read. Every part is built here: nothing in them is taken for HTML. */
export function GuidelinesReader({ document }: { document: JSONContent }) {
  return (
    <div className={classes.text}>
      <Parts of={document.content} />
    </div>
  );
}
