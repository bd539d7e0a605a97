// Measures of the matrix in pixels; matrix.css is given them as variables.
export const row_height = 30
export const column_width = 40
export const label_width = 400
export const band_height = 26
export const name_height = 84
export const head_height = band_height + name_height
export const foot_height = 2 * 26
