'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import classes from './drawing.module.css';
import type { LegendEntry } from './picture-text';
import { fileName } from './picture-text';
import { savePicture } from './save-picture';
import { useAbout } from './saving';
import { useElementWidth } from './use-element-width';

const none: readonly LegendEntry[] = [];

/** A drawing with its ways out, as SVG and as PNG. What is drawn is told how much room there is, in pixels. */
export function Drawing({
  name,
  legend = none,
  saved = legend,
  children,
}: {
  name: string;
  /** The series that the page names beside the drawing. */
  legend?: readonly LegendEntry[];
  /** What the saved picture names under it. */
  saved?: readonly LegendEntry[];
  children: (width: number) => ReactNode;
}) {
  const [box, width] = useElementWidth();
  const { project, selection } = useAbout();
  const [isFailed, fail] = useState(false);
  const save = (kind: 'svg' | 'png') => {
    const svg = box.current?.querySelector('svg');
    if (!svg) return;
    fail(false);
    const file = fileName(`${project} ${name}`);
    const about = { title: `${name} · ${project}`, subtitle: selection, legend: saved, file };
    savePicture(svg, kind, about).catch(() => fail(true));
  };
  return (
    <figure className={classes.figure}>
      <div
        ref={box}
        className={classes.box}
        role="region"
        aria-label={`${name}, drawn`}
        tabIndex={0}
      >
        {width > 0 && children(width)}
      </div>
      {legend.length > 0 && (
        <ul className={classes.legend}>
          {legend.map((entry) => (
            <li key={entry.name}>
              <svg width="28" height="10" aria-hidden>
                <line
                  x2="28"
                  y1="5"
                  y2="5"
                  stroke={entry.color}
                  strokeWidth="2"
                  strokeDasharray={entry.dash}
                />
              </svg>
              {entry.name}
            </li>
          ))}
        </ul>
      )}
      <Group gap={4}>
        {(['svg', 'png'] as const).map((kind) => (
          <Button
            key={kind}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={15} aria-hidden />}
            aria-label={`${name}: save as ${kind.toUpperCase()}`}
            onClick={() => save(kind)}
          >
            {kind.toUpperCase()}
          </Button>
        ))}
      </Group>
      {isFailed && (
        <Text size="sm" role="alert">
          The picture could not be made; it may be too large for this browser. Nothing was saved.
          SVG works for every size.
        </Text>
      )}
    </figure>
  );
}
