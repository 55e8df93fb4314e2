package dev.sayso.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 as it must be: nothing is repaired in silence. */
public final class Utf8 {
    private Utf8() {}

    /**
     * The text of the bytes.
     *
     * @throws BadRequest when they are not well-formed
     */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the body is not well-formed UTF-8; send it as UTF-8");
        }
    }
}
