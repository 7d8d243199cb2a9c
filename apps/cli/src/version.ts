/** The version of this package; a test holds it to the package. */
export const version = '0.1.0'
