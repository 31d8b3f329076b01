/** Regional services of dpa, which print their code beside the agency: `(dpa/lno)`. Source: dpa digitalwires, read 2026-11-25. */
export const REGIONAL_SERVICES: readonly string[] = ['lmv', 'lsw', 'lhe', 'lby', 'lbn', 'lni', 'lnw', 'lno', 'lrs', 'lsn', 'lah', 'lth'];
