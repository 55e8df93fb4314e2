package dev.sayso.language.internal.text;

/** Characters that look like plain ones: quotes, dashes, and letters of other scripts. */
final class Twins {
    private static final String FROM =
            "\u2018\u2019\u02bc\u2032\u00b4\u201c\u201d\u201e\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u2192"
                + "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
                + "\u03bf\u03b1\u03bd\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u0131";
    private static final String TO =
            "'''''\"\"\"\"\"-------*>" + "aeopcyxijsdABEKMHOPCTXI" + "oavABEHIKMNOPTXi";

    private Twins() {}

    /** The plain character, or 0 where there is none. */
    static char plain(int code) {
        if (code > 0x2212) {
            return 0;
        }
        int at = FROM.indexOf(code);
        return at < 0 ? 0 : TO.charAt(at);
    }
}
