/* Converts each file over and over in this process: MODE SECONDS FILE... prints documents per second of CPU time and
   the bytes of one conversion. MODE: table or plain (XML to WBXML, with string table or without), read (back). */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <wbxml.h>

int main(int count, char **words) {
    char mode = words[1][0];
    for (int each = 3; each < count; each++) {
        static unsigned char in[1 << 20];
        FILE *file = fopen(words[each], "rb");
        WB_ULONG size = fread(in, 1, sizeof in, file), bytes = 0;
        fclose(file);
        clock_t end = clock() + atoi(words[2]) * CLOCKS_PER_SEC, begun = clock();
        long done = 0;
        for (; clock() < end; done++) {
            WB_UTINY *out = NULL;
            WBXMLError error;
            if (mode == 'r') {
                WBXMLConvWBXML2XML *read;
                wbxml_conv_wbxml2xml_create(&read);
                error = wbxml_conv_wbxml2xml_run(read, in, size, &out, &bytes);
                wbxml_conv_wbxml2xml_destroy(read);
            } else {
                WBXMLConvXML2WBXML *write;
                wbxml_conv_xml2wbxml_create(&write);
                if (mode == 'p') wbxml_conv_xml2wbxml_disable_string_table(write);
                error = wbxml_conv_xml2wbxml_run(write, in, size, &out, &bytes);
                wbxml_conv_xml2wbxml_destroy(write);
            }
            if (error != WBXML_OK) return 1;
            free(out);
        }
        printf("%.0f %lu\n", done / ((double) (clock() - begun) / CLOCKS_PER_SEC), (unsigned long) bytes);
    }
    return 0;
}
