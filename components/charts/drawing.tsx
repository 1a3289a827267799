'use client';

import type { LegendEntry } from './picture';
import { fileName, savePicture } from './picture';
import { useAbout } from './saved-files';
import type { RefObject, ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import classes from './drawing.module.css';

/** The width of an element in whole pixels; known before the first paint and kept up to date. */
function useElementWidth(): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => set(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

const none: readonly LegendEntry[] = [];

/**
 * A plot with buttons that save it as SVG and PNG. `children` gets the available width in pixels.
 */
export function Drawing({
  name,
  legend = none,
  saved = legend,
  children,
}: {
  name: string;
  /** The legend beside the plot. */
  legend?: readonly LegendEntry[];
  /** The legend in the saved picture. */
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
        aria-label={`${name}, plot`}
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
          The picture could not be created; it may be too large for this browser. Nothing was saved.
          Save it as SVG instead, which works for every size.
        </Text>
      )}
    </figure>
  );
}
