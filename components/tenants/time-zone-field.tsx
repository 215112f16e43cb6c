'use client';

import { useEffect, useRef } from 'react';
import { SelectField } from '@/components/forms/select-field';

type Props = { label: string; placeholder: string; zones: readonly string[] };

/** The time zone of a new tenant: the browser's, unless one is chosen. Without JavaScript nothing is chosen at first. */
export function TimeZoneField({ label, placeholder, zones }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (select.current?.value === '') select.current.value = browserZone(zones) ?? '';
  }, [zones]);
  return (
    <SelectField
      ref={select}
      name="timeZone"
      label={label}
      required
      placeholder={placeholder}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  );
}

/** The browser's zone among `zones`. Browsers may know a zone by an older name, and so take each of today's for it. */
function browserZone(zones: readonly string[]): string | undefined {
  const own = zoneOf();
  return zones.find((zone) => zone === own) ?? zones.find((zone) => zoneOf(zone) === own);
}

function zoneOf(timeZone?: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
