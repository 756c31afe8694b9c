// LibreOffice without a window, as a colleague's computer has it: turns files into other files.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const tinos = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos')

/** In faces of the metrics of Times that come with the program, wherever this runs. */
function environment(folder: string): NodeJS.ProcessEnv {
  const config = join(folder, 'fonts.conf')
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${tinos}</dir><cachedir>${join(folder, 'cache')}</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  )
  return { ...process.env, FONTCONFIG_FILE: config, HOME: folder }
}

/** Each file in its new form stands in `outDir` under its own name. `folder`: for what the office itself keeps. */
export function convert(folder: string, to: string, outDir: string, files: readonly string[]) {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      outDir,
      ...files,
    ],
    { env: environment(folder), stdio: 'ignore', timeout: 110_000 },
  )
}
